/**
 * Features of images, learnt by STDP: one crossbar of ionic devices with a neuron per filter, shown patches of images in
 * training and read at every position of an image afterwards. Depends on the engine and on the architectures.
 */
@NullMarked
package org.ionspike.networks.convolution;

import org.jspecify.annotations.NullMarked;

package org.ionspike.engine.network;

/** What a spike does when it arrives: it holds a crossbar line at a voltage, or hands an impulse to a receptor. */
public sealed interface Drive permits LineDrive, Impulse {}

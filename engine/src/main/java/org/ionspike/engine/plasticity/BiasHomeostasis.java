package org.ionspike.engine.plasticity;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;

/**
 * Keeps the neurons of a group equally busy through their bias currents: whoever wins a presentation pays, and what it
 * pays is shared out among all, so that the sum of the biases stays.
 *
 * <pre>winner: bias -= rate step;   all N: bias += rate step / N</pre>
 *
 * @param step what the winner pays at rate 1, 0 or above
 * @param annealing rate against presentations
 */
public record BiasHomeostasis(Current step, Annealing annealing) {
    public BiasHomeostasis {
        Check.notNegative("BiasHomeostasis.step", step);
    }

    /**
     * Applies the rule after a win.
     *
     * @param biasAmperes bias of every neuron in A; changed in place
     * @param presentation number of presentations completed before, from 0
     */
    public void winner(int neuron, float[] biasAmperes, long presentation) {
        double paid = step.si() * annealing.rate(presentation);
        float share = (float) (paid / biasAmperes.length);
        biasAmperes[neuron] -= (float) paid;
        for (int j = 0; j < biasAmperes.length; j++) {
            biasAmperes[j] += share;
        }
    }
}

package org.ionspike.benchmarks.reservoir;

/** What a linear readout is given. All are read by the same {@link org.ionspike.networks.readout.RidgeReadout}. */
public enum Features {
    /** The inputs of the last step only: no reservoir, no memory. */
    LAST_INPUT("last input"),
    /** The last inputs, exact, as many values as there are devices, or all of a shorter sequence. */
    DELAY_LINE("delay line"),
    /** Every input of a sequence, exact: what a memory without loss would give. */
    WHOLE_SEQUENCE("whole sequence"),
    /** The devices at the steady state of the last step's voltage: their nonlinearity without their memory. */
    MEMORY_OFF("memory off"),
    /** The reservoir, after the steps of each sequence were put in a random order of its own. */
    TIME_SHUFFLED("time shuffled"),
    /** The reservoir, its conductances read with noise. */
    RESERVOIR("reservoir"),
    /** The reservoir, its conductances read to all their digits. */
    NOISELESS("reservoir, noiseless");

    private final String words;

    Features(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}

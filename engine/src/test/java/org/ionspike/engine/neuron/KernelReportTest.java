package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.us;

import java.util.List;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;

class KernelReportTest {
    /** Strang splitting is of second order: a fifth of the step leaves about a twenty-fifth of the error. */
    @Test
    void theKernelConvergesToTheReferenceSolution() {
        double coarse = worst(us(5));
        double fine = worst(us(1));
        // measured bound of the documentation: 20 us over 16 ms at 0.1 nA
        assertThat(Math.abs(coarse)).isBetween(1e-6, 20e-6);
        // single precision adds to it
        assertThat(Math.abs(fine)).isLessThan(Math.abs(coarse) / 10);
    }

    @Test
    void booksTheEnergyOfTheReferenceSolution() {
        var row = KernelReport.of(new IonicNeuron(), us(5), List.of(pA(100)))
                .rows()
                .get(0);
        double error =
                row.dissipated().kernel().si() / row.dissipated().reference().si() - 1;
        assertThat(Math.abs(error)).isLessThan(0.02);
    }

    private static double worst(Time step) {
        var row = KernelReport.of(new IonicNeuron(), step, List.of(pA(100)))
                .rows()
                .get(0);
        return row.spike().kernel().si() - row.spike().reference().si();
    }
}

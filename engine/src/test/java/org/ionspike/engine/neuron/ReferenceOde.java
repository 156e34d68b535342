package org.ionspike.engine.neuron;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/** Solutions of small equations by Dormand-Prince 8(5,3) with error control. */
final class ReferenceOde {
    private ReferenceOde() {}

    /** Right-hand side of a time-independent equation. */
    interface Slopes {
        double[] at(double[] state);
    }

    private static OrdinaryDifferentialEquation equation(Slopes slopes, int size) {
        return new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return size;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                return slopes.at(y);
            }
        };
    }

    private static DormandPrince853Integrator integrator(double seconds) {
        return new DormandPrince853Integrator(1e-15, seconds / 50, 1e-16, 1e-12);
    }

    /** The state after a time. */
    static double[] after(double seconds, double[] start, Slopes slopes) {
        return integrator(seconds)
                .integrate(equation(slopes, start.length), new ODEState(0, start), seconds)
                .getPrimaryState();
    }

    /** Times at which the first variable rises through a level. */
    static List<Double> risesThrough(double level, double seconds, double[] start, Slopes slopes) {
        List<Double> times = new ArrayList<>();
        var integrator = integrator(seconds);
        integrator.addEventDetector(new ODEEventDetector() {
            @Override
            public AdaptableInterval getMaxCheckInterval() {
                return (state, forward) -> 50e-6;
            }

            @Override
            public int getMaxIterationCount() {
                return 100;
            }

            @Override
            public BracketingNthOrderBrentSolver getSolver() {
                return new BracketingNthOrderBrentSolver(0, 1e-12, 0, 5);
            }

            @Override
            public ODEEventHandler getHandler() {
                return (state, detector, increasing) -> {
                    if (increasing) {
                        times.add(state.getTime());
                    }
                    return Action.CONTINUE;
                };
            }

            @Override
            public double g(ODEStateAndDerivative state) {
                return state.getPrimaryState()[0] - level;
            }
        });
        integrator.integrate(equation(slopes, start.length), new ODEState(0, start), seconds);
        return times;
    }
}

package org.ionspike.benchmarks.cli;

import org.ionspike.engine.physics.Memristor;
import org.ionspike.engine.physics.Slit;

/**
 * What the state of a device is called in columns and on axes.
 *
 * @param symbol column name
 * @param title title of an axis
 * @param device the device in the title of a picture
 */
record StateWords(String symbol, String title, String device) {
    static StateWords of(Memristor device) {
        return device instanceof Slit
                ? new StateWords("n", "n, mobile fraction of the ions (1)", "Slit")
                : new StateWords("g", "g, conductance over that at 0 V (1)", "Conical channel");
    }
}

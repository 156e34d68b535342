package org.ionspike.benchmarks.report;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * A bar that is redrawn in place on a terminal, and a plain line every two seconds elsewhere, with the rate and the time
 * left.
 */
public final class ProgressBar implements Progress {
    private static final int WIDTH = 28;
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long LINE_NANOS = 2_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private String what = "";
    private String unit = "";
    private long total;
    private long done;
    private long begun;
    private long drawn;

    /**
     * A bar.
     *
     * @param terminal whether {@code out} is a terminal that goes back to the start of a line on a carriage return
     */
    public ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void begin(String newWhat, long newTotal, String newUnit) {
        what = newWhat;
        total = newTotal;
        unit = newUnit;
        done = 0;
        begun = System.nanoTime();
        draw(begun);
    }

    @Override
    public void at(long newDone) {
        done = newDone;
        long now = System.nanoTime();
        if (now - drawn >= (terminal ? REDRAW_NANOS : LINE_NANOS)) {
            draw(now);
        }
    }

    @Override
    public void end() {
        done = total;
        draw(System.nanoTime());
        if (terminal) {
            out.println();
            out.flush();
        }
    }

    private void draw(long now) {
        drawn = now;
        double share = total == 0 ? 1 : done / (double) total;
        double seconds = (now - begun) / 1e9;
        var line = new StringBuilder(String.format(Locale.ROOT, "%-9s", what));
        if (terminal) {
            int filled = (int) Math.round(share * WIDTH);
            line.append(" [")
                    .append("#".repeat(filled))
                    .append(".".repeat(WIDTH - filled))
                    .append(']');
        }
        line.append(String.format(Locale.ROOT, " %3.0f %%  %d of %d %s", 100 * share, done, total, unit));
        if (done > 0 && seconds > 0) {
            double rate = done / seconds;
            line.append(String.format(Locale.ROOT, "  %.0f/s", rate));
            line.append(
                    done < total
                            ? String.format(Locale.ROOT, "  %.1f s left", (total - done) / rate)
                            : String.format(Locale.ROOT, "  %.1f s", seconds));
        }
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, 100 - line.length())));
        } else {
            out.println(line);
        }
        out.flush();
    }
}

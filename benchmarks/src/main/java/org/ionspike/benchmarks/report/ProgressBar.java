package org.ionspike.benchmarks.report;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

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
    private long before;
    private long done;
    private Supplier<String> note = () -> "";
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
        begin(newWhat, 0, newTotal, newUnit);
    }

    @Override
    public void begin(String newWhat, long newDone, long newTotal, String newUnit) {
        what = newWhat;
        total = newTotal;
        unit = newUnit;
        before = newDone;
        done = newDone;
        note = () -> "";
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
    public void at(long newDone, Supplier<String> newNote) {
        note = newNote;
        at(newDone);
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

    /** Up to two minutes in seconds, then in minutes, then in hours and minutes. */
    static String duration(double seconds) {
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 60 ? minutes + " min" : (minutes / 60) + " h " + (minutes % 60) + " min";
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
        if (done > before && seconds > 0) {
            double rate = (done - before) / seconds;
            line.append(String.format(Locale.ROOT, rate < 10 ? "  %.2f/s" : "  %.0f/s", rate));
            line.append("  ").append(done < total ? duration((total - done) / rate) + " left" : duration(seconds));
        }
        String more = note.get();
        line.append(more.isEmpty() ? "" : "  " + more);
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, 124 - line.length())));
        } else {
            out.println(line);
        }
        out.flush();
    }
}

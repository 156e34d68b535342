package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.report.ProgressBar;
import org.ionspike.datasets.download.FetchListener;
import org.ionspike.datasets.download.RemoteFile;

/** Shows a download, file by file. */
final class FetchProgress implements FetchListener {
    private final Progress bar;
    private String file = "";

    FetchProgress(PrintWriter err) {
        bar = new ProgressBar(err, Boolean.getBoolean("ionspike.terminal"));
    }

    @Override
    public void received(RemoteFile arriving, long bytes) {
        if (!arriving.name().equals(file)) {
            file = arriving.name();
            bar.begin("Fetching " + file, arriving.bytes(), "bytes");
        }
        bar.at(bytes);
        if (bytes == arriving.bytes()) {
            bar.end();
        }
    }
}

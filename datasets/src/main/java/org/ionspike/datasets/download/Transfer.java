package org.ionspike.datasets.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.OptionalLong;

/** One file from one address into a part file, from where that ends. */
final class Transfer {
    private static final Duration CONNECT = Duration.ofSeconds(20);

    /** Until the head of the answer is here. */
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private static final int BUFFER = 1 << 16;
    private static final int OK = 200;
    private static final int PARTIAL = 206;

    private final String address;
    private final RemoteFile file;
    private final Path part;
    private final FetchListener listener;

    /** The address gives something else; trying it again is of no use, and what it gave is thrown away. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    Transfer(String address, RemoteFile file, Path part, FetchListener listener) {
        this.address = address;
        this.file = file;
        this.part = part;
        this.listener = listener;
    }

    /**
     * Receives the file; then the part file is whole, has the right hash and is on the disk.
     *
     * @throws Refused if this address is of no use
     * @throws IOException if the connection failed; what came stays in the part file
     */
    void run() throws IOException {
        long here = Files.exists(part) ? Files.size(part) : 0;
        if (here >= file.bytes()) {
            Files.delete(part);
            here = 0;
        }
        HttpResponse<InputStream> answer = ask(here);
        try (InputStream in = answer.body()) {
            int status = answer.statusCode();
            if (status != OK && status != PARTIAL) {
                throw new Refused("answered with status " + status);
            }
            long from = status == PARTIAL ? here : 0; // a server that knows no ranges sends all of it
            requireLength(answer, from);
            MessageDigest digest = digestOf(from);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.truncate(from);
                channel.position(from);
                receive(in, Channels.newOutputStream(channel), digest, from);
                channel.force(true);
            }
            String found = Checksum.hex(digest);
            if (!found.equals(file.sha256())) {
                Files.delete(part);
                throw new Refused("sent other bytes (SHA-256 " + found + ")");
            }
        }
    }

    private HttpResponse<InputStream> ask(long from) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).timeout(ANSWER);
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(CONNECT)
                .build();
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("was interrupted", e);
        }
    }

    private void requireLength(HttpResponse<InputStream> answer, long from) throws IOException {
        OptionalLong length = answer.headers().firstValueAsLong("Content-Length");
        if (length.isPresent() && length.getAsLong() != file.bytes() - from) {
            Files.deleteIfExists(part);
            throw new Refused("offers " + (from + length.getAsLong()) + " bytes; the file has " + file.bytes());
        }
    }

    /** Of the bytes that are here already. */
    private MessageDigest digestOf(long bytes) throws IOException {
        MessageDigest digest = Checksum.sha256();
        if (bytes > 0) {
            try (InputStream in = Files.newInputStream(part)) {
                digest.update(in.readNBytes(Math.toIntExact(bytes)));
            }
        }
        return digest;
    }

    private void receive(InputStream in, OutputStream out, MessageDigest digest, long from) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long received = from;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            received += read;
            if (received > file.bytes()) {
                Files.delete(part);
                throw new Refused("sends more than the " + file.bytes() + " bytes of the file");
            }
            out.write(buffer, 0, read);
            digest.update(buffer, 0, read);
            listener.received(file, received);
        }
        if (received < file.bytes()) {
            throw new IOException("ended after " + received + " of " + file.bytes() + " bytes");
        }
    }
}

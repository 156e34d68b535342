package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A Chromium without a window, driven by the protocol of its developer tools (https://chromedevtools.github.io/devtools-protocol).
 * Nothing waits for longer than {@link #PATIENCE}.
 */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ENDING = Duration.ofSeconds(5);
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Process process;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final WebSocket socket;

    private Browser(Process process, WebSocket.Builder builder, Path profile) throws Exception {
        this.process = process;
        socket = builder.buildAsync(page(profile), new Listener()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** The program: what the variable CHROMIUM names, or the first of the usual names on the path. */
    static Optional<Path> program() {
        String named = System.getenv("CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return NAMES.stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator, -1)).map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts the program.
     *
     * @param profile an empty folder for its files
     */
    static Browser start(Path program, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--hide-scrollbars",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return new Browser(process, HttpClient.newHttpClient().newWebSocketBuilder(), profile);
        } catch (Exception e) {
            end(process, process.descendants().toList());
            throw e;
        }
    }

    /** The address of the first page, once the browser has written its port. */
    private URI page(Path profile) throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException("The browser ended with code " + process.exitValue() + ".");
            }
            if (Files.exists(file) && Files.readAllLines(file).size() == 2) {
                var request = HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + Files.readAllLines(file).get(0) + "/json/list"))
                        .timeout(PATIENCE)
                        .build();
                JsonNode list = MAPPER.readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
                for (JsonNode target : list) {
                    if (target.path("type").asText().equals("page")) {
                        return URI.create(target.path("webSocketDebuggerUrl").asText());
                    }
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("The browser offered no page within " + PATIENCE.toSeconds() + " s.");
    }

    /** Sends a command and waits for its result. */
    JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        int id = last.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        answers.put(id, answer);
        ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", MAPPER.valueToTree(parameters));
        socket.sendText(message.toString(), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        JsonNode answered = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (answered.has("error")) {
            throw new IOException(method + ": " + answered.path("error"));
        }
        return answered.path("result");
    }

    /** The value of an expression of JavaScript, after its promise if it is one. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode result =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value");
    }

    /** Opens an address in a screen of that width and waits until it is loaded. */
    void open(URI address, int widthPixels) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", widthPixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        int before = events("Page.loadEventFired").size();
        send("Page.navigate", Map.of("url", address.toString()));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (events("Page.loadEventFired").size() == before) {
            if (System.nanoTime() > end) {
                throw new IOException(address + " was not loaded within " + PATIENCE.toSeconds() + " s.");
            }
            Thread.sleep(20);
        }
    }

    /** What the browser has told so far by one of these names. */
    List<JsonNode> events(String... methods) {
        List<JsonNode> found = new ArrayList<>(events);
        found.removeIf(event -> !List.of(methods).contains(event.path("method").asText()));
        return found;
    }

    /** Asks the browser to end, and makes it end. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        socket.sendText("{\"id\": 0, \"method\": \"Browser.close\"}", true)
                .completeOnTimeout(socket, ENDING.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(gone -> socket)
                .join();
        process.onExit()
                .completeOnTimeout(process, ENDING.toSeconds(), TimeUnit.SECONDS)
                .join();
        socket.abort();
        end(process, children);
    }

    private static void end(Process process, List<ProcessHandle> children) {
        List<ProcessHandle> all = new ArrayList<>(children);
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle handle : all) {
            handle.onExit()
                    .completeOnTimeout(handle, ENDING.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }

    /** Puts messages together and hands answers to those who wait. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
            text.append(data);
            if (whole) {
                accept(text.toString());
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, data, whole);
        }

        private void accept(String message) {
            try {
                JsonNode node = MAPPER.readTree(message);
                CompletableFuture<JsonNode> waiting =
                        answers.remove(node.path("id").asInt(-1));
                if (waiting == null) {
                    events.add(node);
                } else {
                    waiting.complete(node);
                }
            } catch (IOException e) {
                answers.values().forEach(answer -> answer.completeExceptionally(e));
            }
        }
    }
}

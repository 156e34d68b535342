package org.ionspike.networks.io;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.function.Supplier;

/**
 * A place in a file, for messages.
 *
 * @param name of the file as the user knows it
 * @param path keys from the top, such as {@code projections.crossbar.delay}; empty for the whole file
 * @param line number of the line, from 1; 0 for the whole file
 */
record Place(String name, String path, int line) {
    /** The file, with the line where it is known: {@code net.yaml:7}. */
    String file() {
        return line == 0 ? name : name + ":" + line;
    }

    /** The value of a key below this place. */
    Place at(String key) {
        return new Place(name, path.isEmpty() ? key : path + "." + key, line);
    }

    /** An entry of the list at this place, counted from 0. */
    Place at(int index) {
        return new Place(name, path + "[" + index + "]", line);
    }

    /** The same place, in a line. */
    Place inLine(int number) {
        return new Place(name, path, number);
    }

    /** An error here; the sentence goes on after the path: "(7 nm) is no time.". */
    FileFormatException error(String sentence) {
        return new FileFormatException(file() + ": " + (path.isEmpty() ? "" : path + " ") + sentence);
    }

    /** Builds something from what stands here; what its own checks say is given the file and the place. */
    <T> T build(Supplier<T> construction) {
        return build("", construction);
    }

    /**
     * As {@link #build(Supplier)}, for a type whose checks begin their messages with its simple name and a point, which
     * become this place.
     */
    <T> T build(String typeName, Supplier<T> construction) {
        try {
            return construction.get();
        } catch (FileFormatException alreadyPlaced) {
            throw alreadyPlaced;
        } catch (RuntimeException e) {
            throw new FileFormatException(file() + ": " + placed(typeName, reason(e)), e);
        }
    }

    private String placed(String typeName, String message) {
        String start = typeName + ".";
        if (!typeName.isEmpty() && message.startsWith(start)) {
            return at(message.substring(start.length())).path;
        }
        return path.isEmpty() ? message : path + ": " + message;
    }

    /** The message of an exception, or its kind where it has none; of some exceptions the message is only a path. */
    static String reason(Throwable e) {
        if (e instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (e instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is in the way";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}

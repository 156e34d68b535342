package org.ionspike.networks.io;

import com.fasterxml.jackson.core.JsonLocation;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/**
 * A place in a file, for messages.
 *
 * @param name of the file as the user knows it
 * @param path keys from the top, such as {@code projections.crossbar.delay}; empty for the whole file
 * @param line number of the line, from 1; 0 for the whole file
 * @param column number of the character in the line, from 1
 */
public record Place(String name, String path, int line, int column) {
    /** A whole file. */
    public static Place file(String name) {
        return new Place(name, "", 0, 0);
    }

    /** The file, with line and column where they are known: {@code net.yaml:7:5}. */
    public String file() {
        return line == 0 ? name : name + ":" + line + ":" + column;
    }

    /** The value of a key below this place. */
    public Place at(String key) {
        return new Place(name, path.isEmpty() ? key : path + "." + key, line, column);
    }

    /** An entry of the list at this place, counted from 0. */
    public Place at(int index) {
        return new Place(name, path + "[" + index + "]", line, column);
    }

    /** The same keys, where the parser stands. */
    Place where(JsonLocation location) {
        return new Place(name, path, location.getLineNr(), location.getColumnNr());
    }

    /** An error here; the sentence goes on after the path: "(7 nm) is no time.". */
    public FileFormatException error(String sentence) {
        return new FileFormatException(file() + ": " + (path.isEmpty() ? "" : path + " ") + sentence);
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

package org.ionspike.datasets.event;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableIntArray;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.DatasetInfo;
import org.ionspike.engine.units.Check;

/** Labelled recordings of one sensor with the names of their classes, all in memory. Immutable. */
public final class EventDataset {
    private final DatasetInfo info;
    private final ImmutableList<EventRecording> recordings;
    private final ImmutableIntArray labels;
    private final ImmutableList<String> classNames;
    private final OptionalInt officialTrainCount;
    private final Supplier<String> contentHash = Suppliers.memoize(this::computeContentHash);

    /**
     * A data set of recordings.
     *
     * @param info what it is and where it comes from
     * @param recordings one or more, each with a label and all of one sensor
     * @param classNames names of the classes, two or more
     * @param officialTrainCount if the publisher set a test part aside: the recordings below this index are for
     *     training, the others for test
     */
    public EventDataset(
            DatasetInfo info,
            List<EventRecording> recordings,
            List<String> classNames,
            OptionalInt officialTrainCount) {
        this.info = info;
        this.recordings = ImmutableList.copyOf(recordings);
        this.classNames = ImmutableList.copyOf(classNames);
        this.officialTrainCount = officialTrainCount;
        String where = "EventDataset " + info.name();
        Check.atLeast(where + ": recordings", recordings.size(), 1);
        Check.atLeast(where + ": classes", classNames.size(), 2);
        Check.require(
                ImmutableSet.copyOf(classNames).size() == classNames.size(),
                where + ": class names",
                classNames,
                "must differ from each other");
        var collected = ImmutableIntArray.builder(recordings.size());
        for (int k = 0; k < recordings.size(); k++) {
            EventRecording recording = recordings.get(k);
            if (!recording.sensor().equals(sensor())) {
                Check.require(
                        false,
                        where + ": sensor of recording " + k,
                        recording.sensor(),
                        "must be that of all, " + sensor());
            }
            int label = recording.label().orElse(-1);
            if (label < 0 || label >= classNames.size()) {
                Check.require(
                        false,
                        where + ": label of recording " + k,
                        label < 0 ? "none" : label,
                        "must lie between 0 and " + (classNames.size() - 1));
            }
            collected.add(label);
        }
        labels = collected.build();
        officialTrainCount.ifPresent(count -> Check.require(
                count >= 1 && count < recordings.size(),
                where + ": official training recordings",
                count,
                "must lie between 1 and " + (recordings.size() - 1)));
    }

    /** What the data set is and where it comes from. */
    public DatasetInfo info() {
        return info;
    }

    /** Number of recordings. */
    public int size() {
        return recordings.size();
    }

    /** One recording. */
    public EventRecording recording(int index) {
        return recordings.get(index);
    }

    /** All recordings. */
    public ImmutableList<EventRecording> recordings() {
        return recordings;
    }

    /** The class index of a recording. */
    public int label(int index) {
        return labels.get(index);
    }

    /** The class indices of all recordings. */
    public ImmutableIntArray labels() {
        return labels;
    }

    /** Names of the classes, in the order of the label indices. */
    public ImmutableList<String> classNames() {
        return classNames;
    }

    /** Shape of the sensor of all recordings. */
    public SensorShape sensor() {
        return recordings.get(0).sensor();
    }

    /** If the publisher set a test part aside: the recordings below this index are for training, the others for test. */
    public OptionalInt officialTrainCount() {
        return officialTrainCount;
    }

    /** The data set with every recording transformed. */
    public EventDataset map(EventTransform transform) {
        return new EventDataset(
                info.withNote("Events transformed: " + transform + "."),
                recordings.stream().map(transform::apply).collect(ImmutableList.toImmutableList()),
                classNames,
                officialTrainCount);
    }

    /**
     * The recordings as samples whose features are numbers of events:
     *
     * <pre>feature ((frame P + p) H + row) W + column</pre>
     *
     * Where recordings have different numbers of frames, the shorter ones end in frames of zeros. Samples of a single
     * plane, one frame of one polarity, have an image shape.
     */
    public Dataset toDataset(ToFrame toFrame) {
        return FrameDataset.of(info, labels, classNames, officialTrainCount, recordings::get, toFrame);
    }

    /**
     * SHA-256 of the content: sensor, events, labels, class names and official boundary, in hexadecimal. Names,
     * citations and the file format do not enter, so the same data read from elsewhere has the same hash.
     */
    public String contentHash() {
        return contentHash.get();
    }

    private String computeContentHash() {
        Hasher hasher = Hashing.sha256().newHasher();
        hasher.putInt(size()).putInt(sensor().width()).putInt(sensor().height()).putInt(sensor().polarities());
        recordings.forEach(recording -> recording.putInto(hasher));
        hasher.putInt(classNames.size());
        for (String name : classNames) {
            hasher.putInt(name.length()).putString(name, StandardCharsets.UTF_8);
        }
        hasher.putInt(officialTrainCount.orElse(-1));
        return hasher.hash().toString();
    }

    @Override
    public String toString() {
        return info.name() + " (" + size() + " recordings of " + sensor() + ", " + classNames.size() + " classes)";
    }
}

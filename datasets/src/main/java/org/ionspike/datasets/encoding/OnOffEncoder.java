package org.ionspike.datasets.encoding;

import static org.ionspike.engine.units.Units.ms;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * Two lines per pixel of an image, on where it is brighter than its surroundings and off where it is darker; each spikes
 * once, the earlier the stronger the contrast.
 *
 * <pre>
 * d = image * (gauss(centre) - gauss(surround)),    kernels of (2 radius + 1)^2, edges padded by the nearest pixel
 * on line 2 f:  v = max(0, d[f]);    off line 2 f + 1:  v = max(0, -d[f]);    both divided by the largest of the image
 * t = (1 - v) window   if v &gt;= cutoff;   silent otherwise
 * </pre>
 *
 * A difference of Gaussians is the usual model of retinal ganglion cells (Rodieck, Vision Research 5, 583 (1965)); its
 * latency code after Thorpe et al. as in {@link LatencyEncoder}. Division by the image's own largest contrast is our choice:
 * it needs nothing from other images.
 *
 * @param height rows of the image, or 0 for a square one; samples of several planes have them one after the other
 * @param width columns of the image, or 0 for a square one
 * @param centre standard deviation of the inner Gaussian in pixels, above 0
 * @param surround of the outer one, above {@code centre}
 * @param radius of the kernels in pixels, 1 to 32
 * @param window time in which the value 0 would spike, above 0
 * @param cutoff weaker contrasts are silent, above 0 to 1
 */
@AutoService(Encoder.class)
public record OnOffEncoder(
        int height, int width, double centre, double surround, int radius, Time window, double cutoff)
        implements Encoder {
    /** Contrasts of an even image are not above this: single precision. */
    private static final float ROUNDING = 1e-5f;

    public OnOffEncoder {
        Check.atLeast("OnOffEncoder.height", height, 0);
        Check.atLeast("OnOffEncoder.width", width, 0);
        Check.require(
                (height == 0) == (width == 0),
                "OnOffEncoder.width",
                width,
                "must be given together with height (" + height + "), or both be 0 for square images");
        Check.positive("OnOffEncoder.centre", centre);
        Check.require(
                surround > centre && Double.isFinite(surround),
                "OnOffEncoder.surround",
                surround,
                "must be above centre (" + centre + ") and finite");
        Check.between("OnOffEncoder.radius", radius, 1, 32);
        Check.positive("OnOffEncoder.window", window);
        Check.require(cutoff > 0 && cutoff <= 1, "OnOffEncoder.cutoff", cutoff, "must be above 0 and at most 1");
    }

    /** Square images, Gaussians of 1 and 2 pixels in 7x7, a window of 200 ms, contrasts from 1/510 on. */
    public OnOffEncoder() {
        this(0, 0, 1, 2, 3, ms(200), 1 / 510.0);
    }

    @Override
    public String name() {
        return "on-off";
    }

    @Override
    public int lines(int features) {
        return Math.multiplyExact(2, features);
    }

    @Override
    public SpikeRaster encode(float[] scaledFeatures, int sampleIndex) {
        Encoders.requireScaled(this, scaledFeatures, sampleIndex);
        int columns = width == 0 ? (int) Math.round(Math.sqrt(scaledFeatures.length)) : width;
        int pixels = columns * (height == 0 ? columns : height);
        Check.require(
                scaledFeatures.length % pixels == 0 && (width > 0 || scaledFeatures.length == pixels),
                "OnOffEncoder.width",
                width == 0 ? "0 (square)" : width,
                "does not fit the " + scaledFeatures.length
                        + " pixels of a sample. Give on-off:height=ROWS,width=COLUMNS");
        float[] contrast = contrast(scaledFeatures, columns, pixels);
        float largest = 0;
        for (float value : contrast) {
            largest = Math.max(largest, Math.abs(value));
        }
        var spikes = new Spikes(scaledFeatures.length);
        for (int f = 0; f < contrast.length && largest > ROUNDING; f++) {
            double value = Math.abs(contrast[f]) / largest;
            if (value >= cutoff) {
                spikes.add((1 - value) * window.si(), contrast[f] > 0 ? 2 * f : 2 * f + 1);
            }
        }
        return spikes.toRaster(lines(scaledFeatures.length));
    }

    /** Plane by plane. */
    private float[] contrast(float[] image, int columns, int pixels) {
        var contrast = new float[image.length];
        for (int first = 0; first < image.length; first += pixels) {
            float[] plane = Arrays.copyOfRange(image, first, first + pixels);
            float[] inner = blurred(plane, columns, gauss(centre));
            float[] outer = blurred(plane, columns, gauss(surround));
            for (int f = 0; f < pixels; f++) {
                contrast[first + f] = inner[f] - outer[f];
            }
        }
        return contrast;
    }

    private float[] gauss(double sigma) {
        var kernel = new float[2 * radius + 1];
        double sum = 0;
        for (int k = 0; k < kernel.length; k++) {
            sum += Math.exp(-(k - radius) * (k - radius) / (2 * sigma * sigma));
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = (float) (Math.exp(-(k - radius) * (k - radius) / (2 * sigma * sigma)) / sum);
        }
        return kernel;
    }

    /** A two-dimensional Gaussian is one along the rows and one along the columns. */
    private float[] blurred(float[] image, int columns, float[] kernel) {
        int rows = image.length / columns;
        var along = new float[image.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                float sum = 0;
                for (int k = 0; k < kernel.length; k++) {
                    int near = Math.max(0, Math.min(columns - 1, column + k - radius));
                    sum += kernel[k] * image[row * columns + near];
                }
                along[row * columns + column] = sum;
            }
        }
        var result = new float[image.length];
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < kernel.length; k++) {
                int near = Math.max(0, Math.min(rows - 1, row + k - radius)) * columns;
                for (int column = 0; column < columns; column++) {
                    result[row * columns + column] += kernel[k] * along[near + column];
                }
            }
        }
        return result;
    }
}

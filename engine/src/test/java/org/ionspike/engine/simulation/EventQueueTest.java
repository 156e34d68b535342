package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueueTest {
    private static List<Integer> take(EventQueue queue, long step) {
        var arguments = new ArrayList<Integer>();
        queue.take(step, (target, argument) -> arguments.add(argument));
        return arguments;
    }

    @Test
    void keepsTheOrderWithinAStep() {
        var queue = new EventQueue();
        for (int k = 0; k < 100; k++) {
            queue.put(7, 1, k);
        }
        assertThat(queue.nextStep()).isEqualTo(7);
        assertThat(take(queue, 7)).hasSize(100).isSorted();
        assertThat(queue.nextStep()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void handsOutFarEventsBeforeNearOnesOfTheirStep() {
        var queue = new EventQueue();
        queue.put(5000, 0, 1);
        queue.put(4500, 0, 2);
        assertThat(queue.nextStep()).isEqualTo(4500);
        assertThat(take(queue, 4500)).containsExactly(2);
        queue.put(5000, 0, 3);
        assertThat(queue.nextStep()).isEqualTo(5000);
        assertThat(take(queue, 5000)).containsExactly(1, 3);
    }

    @Test
    void wrapsAroundItsRing() {
        var queue = new EventQueue();
        take(queue, 1020);
        queue.put(1030, 0, 1);
        queue.put(1020 + 1023, 0, 2);
        queue.put(1020 + 1024, 0, 3);
        assertThat(queue.nextStep()).isEqualTo(1030);
        assertThat(take(queue, 1030)).containsExactly(1);
        assertThat(queue.nextStep()).isEqualTo(2043);
        assertThat(take(queue, 2043)).containsExactly(2);
        assertThat(take(queue, 2044)).containsExactly(3);
    }

    @Test
    void takesNeverForNoEventAndForgetsAllWhenCleared() {
        var queue = new EventQueue();
        queue.put(Long.MAX_VALUE, 0, 1);
        assertThat(queue.nextStep()).isEqualTo(Long.MAX_VALUE);
        queue.put(3, 0, 1);
        queue.put(30_000, 0, 1);
        queue.clear();
        assertThat(queue.nextStep()).isEqualTo(Long.MAX_VALUE);
        assertThat(EventQueue.later(5, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(EventQueue.later(5, Long.MAX_VALUE - 5)).isEqualTo(Long.MAX_VALUE);
        assertThat(EventQueue.later(5, 6)).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void agreesWithAPlainMap(long seed) {
        var random = new Random(seed);
        var queue = new EventQueue();
        var plain = new TreeMap<Long, List<Integer>>();
        long step = 0;
        for (int k = 0; k < 20_000; k++) {
            for (int n = random.nextInt(3); n > 0; n--) {
                long at = step + 1 + (random.nextInt(4) == 0 ? random.nextInt(5000) : random.nextInt(40));
                int argument = random.nextInt();
                queue.put(at, 0, argument);
                plain.computeIfAbsent(at, s -> new ArrayList<>()).add(argument);
            }
            long next = plain.isEmpty() ? Long.MAX_VALUE : plain.firstKey();
            assertThat(queue.nextStep()).as("seed %d, round %d", seed, k).isEqualTo(next);
            if (next != Long.MAX_VALUE) {
                step = next;
                assertThat(take(queue, step)).as("seed %d, step %d", seed, step).isEqualTo(plain.remove(step));
            }
        }
    }
}

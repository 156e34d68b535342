# Writes shd-layout.h5 and shd-layout-chunked.h5: the layout of the Spiking Heidelberg Digits, with values made up.
import h5py
import numpy

RECORDINGS, CLASSES = 130, 4


def spikes(k):
    """Recording k has k % 7 spikes, at 0.125 (j + 1) s in channel (37 k + 101 j) % 700; every third is out of order."""
    n = k % 7
    times = [0.125 * (j + 1) for j in range(n)]
    units = [(37 * k + 101 * j) % 700 for j in range(n)]
    return (times[::-1], units[::-1]) if k % 3 == 0 else (times, units)


def write(name, keys, **storage):
    with h5py.File(name, "w") as f:
        times = f.create_dataset("spikes/times", (RECORDINGS,), h5py.vlen_dtype(numpy.float16), **storage)
        units = f.create_dataset("spikes/units", (RECORDINGS,), h5py.vlen_dtype(numpy.uint16), **storage)
        for k in range(RECORDINGS):
            t, u = spikes(k)
            times[k] = numpy.array(t, numpy.float16)
            units[k] = numpy.array(u, numpy.uint16)
        f["labels"] = numpy.array([k % CLASSES for k in range(RECORDINGS)], numpy.uint16)
        if keys:
            f["extra/keys"] = numpy.array([b"zero", b"one", b"null", b"eins"])


write("shd-layout.h5", True)
write("shd-layout-chunked.h5", False, chunks=(50,), compression="gzip")

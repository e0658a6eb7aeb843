/* Simulates a disk without a write cache: every fsync takes two milliseconds longer. Preloaded into the server and into the
   measurement it is compared with. See docs/performance.md. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

static int slowly(const char *name, int file) {
    const struct timespec two_ms = {0, 2000000};
    nanosleep(&two_ms, 0);
    return ((int (*)(int))dlsym(RTLD_NEXT, name))(file);
}

int fsync(int file) { return slowly("fsync", file); }
int fdatasync(int file) { return slowly("fdatasync", file); }

/* Lets the n-th call on a file of the working directory fail, or ends the process there, as SQLite's tests do.
 *
 * NTH_CALL is n, from 1. NTH_HOW is what happens: `fails` (once, as a broken disk), `full` (every write from then on, the
 * first one after half of its bytes), `killed`, or `ended` (asked to end, and given time to). NTH_HIT is a file that is made when the n-th call is reached. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls;
static long nth = -1;
static const char *how = "", *hit, *folder;
static unsigned char ours[4096];

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
    const char *n = getenv("NTH_CALL");
    nth = n ? atol(n) : -1;
    how = getenv("NTH_HOW");
    hit = getenv("NTH_HIT");
    folder = get_current_dir_name();
}

static int in_folder(const char *path) {
    return path[0] != '/' || (folder && strncmp(path, folder, strlen(folder)) == 0);
}

static int is_ours(int fd) { return fd >= 0 && fd < (int)sizeof ours && ours[fd]; }

/* Whether this call is to fail; `writes` tells those for which there may be no room. */
static int fails(int writes) {
    long call = ++calls;
    if (nth < 0 || call < nth) return 0;
    int full = strcmp(how, "full") == 0;
    if (call > nth && !full) return 0;
    if (call == nth) {
        int fd = REAL(open)(hit, O_CREAT | O_WRONLY, 0600);
        if (fd >= 0) REAL(close)(fd);
        if (strcmp(how, "killed") == 0) kill(getpid(), SIGKILL);
        if (strcmp(how, "ended") == 0) {
            kill(getpid(), SIGTERM);
            usleep(50000);
        }
    }
    if (strcmp(how, "ended") == 0) return 0;
    if (full && !writes) return 0;
    errno = full ? ENOSPC : EIO;
    return 1;
}

static int opened(int fd, const char *path) {
    if (fd >= 0 && fd < (int)sizeof ours) ours[fd] = in_folder(path);
    return fd;
}

#define OPEN(name)                                                      \
    int name(const char *path, int flags, ...) {                        \
        va_list more;                                                   \
        va_start(more, flags);                                          \
        mode_t mode = (flags & O_CREAT) ? va_arg(more, mode_t) : 0;     \
        va_end(more);                                                   \
        if (in_folder(path) && fails((flags & O_CREAT) != 0)) return -1; \
        return opened(REAL(name)(path, flags, mode), path);             \
    }
OPEN(open)
OPEN(open64)

int close(int fd) {
    if (fd >= 0 && fd < (int)sizeof ours) ours[fd] = 0;
    return REAL(close)(fd);
}

ssize_t read(int fd, void *bytes, size_t size) {
    if (is_ours(fd) && fails(0)) return -1;
    return REAL(read)(fd, bytes, size);
}

ssize_t write(int fd, const void *bytes, size_t size) {
    if (is_ours(fd) && fails(1)) {
        if (errno == ENOSPC && calls == nth && size > 1) return REAL(write)(fd, bytes, size / 2);
        errno = strcmp(how, "full") == 0 ? ENOSPC : EIO;
        return -1;
    }
    return REAL(write)(fd, bytes, size);
}

#define ON_OPEN_FILE(name, writes, args, ...)           \
    int name args {                                     \
        if (is_ours(fd) && fails(writes)) return -1;    \
        return REAL(name)(__VA_ARGS__);                 \
    }
ON_OPEN_FILE(fsync, 0, (int fd), fd)
ON_OPEN_FILE(fdatasync, 0, (int fd), fd)
ON_OPEN_FILE(flock, 0, (int fd, int what), fd, what)
ON_OPEN_FILE(fchmod, 0, (int fd, mode_t mode), fd, mode)
ON_OPEN_FILE(ftruncate, 1, (int fd, off_t size), fd, size)
ON_OPEN_FILE(ftruncate64, 1, (int fd, off64_t size), fd, size)

int rename(const char *from, const char *to) {
    if (in_folder(to) && fails(0)) return -1;
    return REAL(rename)(from, to);
}

int unlink(const char *path) {
    if (in_folder(path) && fails(0)) return -1;
    return REAL(unlink)(path);
}

#pragma once

#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>
#include <xlsxwriter.h>

// Debian's release of the library writes to a name only. A file of memory alone has one: nothing of a
// workbook reaches a disk.
extern int memfd_create(const char *name, unsigned int flags);

static inline int sightline_memory_file(void) { return memfd_create("workbook", 1U /* close on exec */); }

// The bytes written to it so far, or -1.
static inline long sightline_memory_size(int file) { return (long)lseek(file, 0, SEEK_END); }

// Whether that many bytes were read from its beginning.
static inline int sightline_memory_read(int file, unsigned char *bytes, long count) {
    for (long done = 0; done < count;) {
        ssize_t got = pread(file, bytes + done, (size_t)(count - done), done);
        if (got <= 0) return 0;
        done += got;
    }
    return 1;
}

static inline void sightline_memory_close(int file) { close(file); }

// Whether files of memory alone can be made in this folder; the library would look for another by itself.
static inline int sightline_can_write(const char *folder) { return access(folder, W_OK | X_OK) == 0; }

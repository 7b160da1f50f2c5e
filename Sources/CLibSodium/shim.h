#pragma once
#include <errno.h>
#include <sodium.h>

/// libsodium answers -1 both for a wrong password and for want of memory; only errno tells them apart,
/// and between a call and its errno Swift may call something else.
enum { sightline_matches = 0, sightline_differs = 1, sightline_no_memory = 2 };

static inline int sightline_verify(const char *hash, const char *password, unsigned long long length) {
    errno = 0;
    if (crypto_pwhash_str_verify(hash, password, length) == 0) {
        return sightline_matches;
    }
    return errno == ENOMEM ? sightline_no_memory : sightline_differs;
}

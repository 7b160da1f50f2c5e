#pragma once
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>
#include <time.h>

// Swift calls no C function that takes any number of arguments: one of a fixed type for each that is used.

static inline CURLcode curl_set_number(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_set_text(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_set_list(CURL *curl, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode curl_set_source(CURL *curl, curl_read_callback read, void *source) {
    CURLcode result = curl_easy_setopt(curl, CURLOPT_READFUNCTION, read);
    return result == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_READDATA, source) : result;
}

static inline CURLcode curl_set_watch(CURL *curl, curl_xferinfo_callback watch, void *watched) {
    CURLcode result = curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, watch);
    if (result == CURLE_OK) result = curl_easy_setopt(curl, CURLOPT_XFERINFODATA, watched);
    return result == CURLE_OK ? curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L) : result;
}

static inline CURLcode curl_get_code(CURL *curl, long *code) {
    return curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, code);
}

// A server that goes away while some versions of libcurl write to it raises SIGPIPE, which ends a program: it is held back on the thread
// that writes, and taken away before anything else runs there.

typedef struct {
    sigset_t before;
} curl_held_signals;

static inline void curl_hold_broken_pipes(curl_held_signals *held) {
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, &held->before);
}

static inline void curl_release_broken_pipes(const curl_held_signals *held) {
    sigset_t pipe;
    struct timespec none = {0, 0};
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    while (sigtimedwait(&pipe, NULL, &none) == SIGPIPE) {
    }
    pthread_sigmask(SIG_SETMASK, &held->before, NULL);
}

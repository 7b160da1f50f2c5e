#pragma once
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

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

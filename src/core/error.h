/*
 * Filling the caller's error. All of them return the status, so that a failing line reads: return
 * phb__fail(…). They forget an earlier place, so the place is said after them.
 */
#ifndef PHB_CORE_ERROR_H
#define PHB_CORE_ERROR_H

#include <phb/error.h>

/* The status's own sentence. error may be NULL, older (smaller) or newer (larger). */
phb_status phb__fail(phb_error *error, phb_status status);

/* A sentence of ours: a constant, never anything that was read. */
phb_status phb__fail_because(phb_error *error, phb_status status, const char *message);

/* Puts subject and rest together: "minutes_per_week" " must be at most 10080". Both are ours. */
phb_status phb__fail_about(phb_error *error, phb_status status, const char *subject,
                           const char *rest);

/*
 * Sets or replaces the place; each does nothing for NULL. A path that is too long is cut at a whole
 * token.
 */
void phb__error_at_path(phb_error *error, const char *path);
void phb__error_at_position(phb_error *error, int64_t position);

/* What is wrong lies in a part of something: its place begins there. */
void phb__error_within(phb_error *error, const char *part);

/* A message that begins with one name begins with another: the document wrote the member under that
 * key. */
void phb__error_rename(phb_error *error, const char *name, const char *other);

/* "" when error is NULL or holds none. */
const char *phb__error_path(const phb_error *error);

#endif

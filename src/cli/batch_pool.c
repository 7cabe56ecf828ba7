/*
 * Threads that all do the same: whoever is free reads some lines, works them out, and writes what
 * is next to be written, which may be another one's. So results come in the order of the lines,
 * and when the output is slow, or one document is, only so many lines wait as there are slots.
 */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli/batch.h"
#include "cli/batch_lines.h"
#include "cli/batch_progress.h"
#include "cli/batch_stop.h"

#define SLOTS_A_THREAD 4

/* Some lines, and what they come to. */
struct slot {
    enum { SLOT_FREE, SLOT_BUSY, SLOT_DONE } state;
    bool is_cut; /* told to stop before the last of its lines */
    int64_t first;
    struct batch_text lines;
    struct batch_result result;
};

struct pool {
    const struct batch *batch;
    pthread_mutex_t
        lock; /* of what follows; the one who reads has `lines`, who writes the last two */
    pthread_cond_t changed;
    struct slot *slots; /* a ring: slot n % count has the nth piece of the file */
    size_t count;
    uint64_t next_read;
    uint64_t next_write;
    bool is_reading;
    bool is_writing;
    bool at_end;  /* no more is read */
    bool is_over; /* no more is written either */
    enum batch_end end;
    struct batch_lines lines;
    struct batch_totals *totals;
    struct batch_progress progress;
};

/* ---- one piece ---- */

static void
work_out(const struct batch *batch, struct slot *slot)
{
    struct batch_line line;
    size_t at = 0;
    for (int64_t number = slot->first; line_next(&slot->lines, &at, &line); number++) {
        slot->is_cut = slot->is_cut || stop_is_asked();
        if (!slot->is_cut && !line.is_blank) {
            batch_line(batch, number, line.bytes, line.size, &slot->result);
        }
    }
}

/* 0, or errno. */
static int
write_all(int file, const struct batch_text *text)
{
    size_t done = 0;
    while (done < text->size) {
        ssize_t size = write(file, text->data + done, text->size - done);
        if (size < 0 && errno != EINTR) {
            return errno;
        }
        done += size < 0 ? 0 : (size_t)size;
    }
    return 0;
}

/* Errors first, so that they stand before the totals; what cannot be said there is lost. */
static enum batch_end
write_out(struct pool *pool, struct slot *slot)
{
    struct batch_result *result = &slot->result;
    if (result->rows.failed || result->errors.failed || result->totals.failed) {
        return BATCH_NO_MEMORY;
    }
    if (result->errors.size > 0) {
        progress_hide(&pool->progress);
        (void)write_all(2, &result->errors);
    }
    int fault = write_all(1, &result->rows);
    if (fault != 0) {
        return fault == EPIPE ? BATCH_CLOSED : BATCH_OUTPUT_FAILED;
    }
    totals_add(pool->totals, &result->totals);
    if (pool->totals->failed) {
        return BATCH_NO_MEMORY;
    }
    progress_show(&pool->progress, pool->totals->lines);
    return slot->is_cut ? BATCH_STOPPED : BATCH_DONE;
}

static void
empty(struct slot *slot)
{
    text_clear(&slot->lines);
    text_clear(&slot->result.rows);
    text_clear(&slot->result.errors);
    totals_clear(&slot->result.totals);
    slot->is_cut = false;
}

/* ---- steps, each begun and ended with the lock held ---- */

static struct slot *
slot_at(struct pool *pool, uint64_t number)
{
    return &pool->slots[number % pool->count];
}

static void
end_with(struct pool *pool, enum batch_end end)
{
    pool->end = pool->end == BATCH_DONE ? end : pool->end;
    pool->at_end = true;
    pool->is_over = pool->is_over || end != BATCH_DONE;
}

static void
read_and_work_out(struct pool *pool)
{
    struct slot *slot = slot_at(pool, pool->next_read);
    pool->is_reading = true;
    pthread_mutex_unlock(&pool->lock);
    bool is_read = lines_read(&pool->lines, &slot->lines, &slot->first);
    bool has_memory = !slot->lines.failed && !pool->lines.rest.failed;
    pthread_mutex_lock(&pool->lock);
    pool->is_reading = false;
    if (!has_memory) {
        end_with(pool, BATCH_NO_MEMORY);
    }
    if (!is_read || !has_memory) {
        pool->at_end = true;
        pthread_cond_broadcast(&pool->changed);
        return;
    }
    pool->next_read++;
    slot->state = SLOT_BUSY;
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->lock);
    work_out(pool->batch, slot);
    pthread_mutex_lock(&pool->lock);
    slot->state = SLOT_DONE;
}

static void
write_next(struct pool *pool)
{
    struct slot *slot = slot_at(pool, pool->next_write);
    pool->is_writing = true;
    pthread_mutex_unlock(&pool->lock);
    enum batch_end end = write_out(pool, slot);
    empty(slot);
    pthread_mutex_lock(&pool->lock);
    slot->state = SLOT_FREE; /* who wants to read looks at it at any time */
    pool->is_writing = false;
    pool->next_write++;
    if (end != BATCH_DONE) {
        end_with(pool, end);
    }
    pthread_cond_broadcast(&pool->changed);
}

static void *
work(void *context)
{
    struct pool *pool = context;
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        bool can_write = !pool->is_over && !pool->is_writing &&
                         slot_at(pool, pool->next_write)->state == SLOT_DONE;
        bool can_read = !pool->at_end && !pool->is_reading &&
                        slot_at(pool, pool->next_read)->state == SLOT_FREE;
        if (can_write) {
            write_next(pool);
        } else if (can_read) {
            read_and_work_out(pool);
        } else if (pool->at_end) {
            break; /* whoever is still at work writes what is left */
        } else {
            pthread_cond_wait(&pool->changed, &pool->lock);
        }
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

/* ---- the whole ---- */

/* This thread is one of them, and the only one if no other can be had. */
static void
work_in_threads(struct pool *pool, size_t jobs)
{
    pthread_t *threads = calloc(jobs, sizeof *threads);
    size_t count = 0;
    while (threads && count + 1 < jobs && pthread_create(&threads[count], NULL, work, pool) == 0) {
        count++;
    }
    (void)work(pool);
    for (size_t i = 0; i < count; i++) {
        pthread_join(threads[i], NULL);
    }
    free(threads);
}

static void
free_slots(struct pool *pool)
{
    for (size_t i = 0; i < pool->count; i++) {
        text_free(&pool->slots[i].lines);
        text_free(&pool->slots[i].result.rows);
        text_free(&pool->slots[i].result.errors);
        totals_free(&pool->slots[i].result.totals);
    }
    free(pool->slots);
    text_free(&pool->lines.rest);
}

enum batch_end
batch_run(const struct batch *batch, int file, struct batch_totals *totals)
{
    size_t jobs = (size_t)batch->options->jobs;
    struct pool pool = {
        .batch = batch, .count = jobs * SLOTS_A_THREAD, .totals = totals, .lines.file = file};
    pool.slots = calloc(pool.count, sizeof *pool.slots);
    if (!pool.slots) {
        return BATCH_NO_MEMORY;
    }
    pthread_mutex_init(&pool.lock, NULL);
    pthread_cond_init(&pool.changed, NULL);
    progress_begin(&pool.progress);
    work_in_threads(&pool, jobs);
    progress_hide(&pool.progress);
    pthread_cond_destroy(&pool.changed);
    pthread_mutex_destroy(&pool.lock);
    free_slots(&pool);
    if (pool.end == BATCH_DONE && stop_is_asked()) {
        return BATCH_STOPPED;
    }
    if (pool.end == BATCH_DONE && pool.lines.error != 0) {
        errno = pool.lines.error;
        return BATCH_INPUT_FAILED;
    }
    return pool.end;
}

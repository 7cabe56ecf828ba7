#include "core/table.h"

#include <string.h>

#include "core/alloc.h"
#include "core/arena.h"
#include "core/context.h"
#include "core/defend.h"

#define FIRST_ROWS ((size_t)8)
#define FIRST_TEXTS ((size_t)16)

/* A text that cells point at, and its hash, so that a larger index can be filled without reading
 * it; NOT_INDEXED for a text that no other row has. */
#define NOT_INDEXED 0

struct pooled_text {
    const char *text;
    uint32_t hash;
};

/*
 * The texts of a table. The entry 0 is "". Behind them an index by hash, of twice as many slots as
 * there is room for texts, each holding the number of an entry or 0.
 */
struct pool {
    struct pooled_text *texts; /* the slots follow in the same block */
    uint32_t *slots;
    size_t count;
    size_t capacity; /* of texts; a power of two */
    size_t next_capacity;
    struct phb__arena copies;
};

/* Where the cells of a column are. */
struct place {
    size_t bytes_before; /* what a row takes in the columns ahead of it */
    bool is_wide;        /* int64, otherwise int32 */
};

struct phb_table {
    phb_context *context; /* ours to give back */
    const char *title;    /* NULL: it has none of its own */
    const struct phb__column *columns;
    size_t column_count;
    size_t rows;
    size_t capacity; /* of rows; even, so that every column starts at a multiple of 8 bytes */
    size_t row_bytes;
    unsigned char *cells; /* a column behind the other */
    struct pool pool;
    struct place places[]; /* of the columns */
};

/* What a cell of each type takes, and holds before it is set. */
static const struct cell_kind {
    size_t size;
    int64_t empty;
} cell_kinds[] = {
    [PHB_COLUMN_TEXT] = {sizeof(int32_t), 0},
    [PHB_COLUMN_PENCE] = {sizeof(int64_t), PHB_PENCE_NONE},
    [PHB_COLUMN_NUMBER] = {sizeof(int64_t), 0},
    [PHB_COLUMN_DATE] = {sizeof(int32_t), PHB_DATE_NONE},
    [PHB_COLUMN_INDEX] = {sizeof(int32_t), -1},
    [PHB_COLUMN_YES_NO] = {sizeof(int32_t), 0},
};

static size_t
cell_size(phb_column_type type)
{
    return cell_kinds[type].size;
}

static size_t
table_size(size_t column_count)
{
    return offsetof(struct phb_table, places) + column_count * sizeof(struct place);
}

static void *
column_cells(const phb_table *table, size_t column)
{
    return table->cells + table->places[column].bytes_before * table->capacity;
}

/* Room for the texts of so many rows: some repeat from row to row, and one or two are each row's
 * own. */
static size_t
power_of_two(size_t rows)
{
    size_t capacity = FIRST_TEXTS;
    while (capacity < rows * 2) {
        capacity *= 2;
    }
    return capacity;
}

static size_t
pool_bytes(size_t capacity)
{
    return capacity * sizeof(struct pooled_text) + capacity * 2 * sizeof(uint32_t);
}

/*
 * Rows that are not there yet hold what a cell holds before it is set: adding one is then no work.
 * Cells come zeroed, so only other values are written.
 */
static void
fill_empty(phb_table *table, size_t first)
{
    for (size_t column = 0; column < table->column_count; column++) {
        int64_t empty = cell_kinds[table->columns[column].type].empty;
        if (empty == 0 || table->capacity == 0) {
            continue;
        }
        void *cells = column_cells(table, column);
        for (size_t row = first; row < table->capacity; row++) {
            if (table->places[column].is_wide) {
                ((int64_t *)cells)[row] = empty;
            } else {
                ((int32_t *)cells)[row] = (int32_t)empty;
            }
        }
    }
}

phb_table *
phb__table_new(const phb_context *context, const struct phb__column *columns, size_t column_count,
               size_t rows)
{
    size_t capacity = rows + rows % 2; /* none at all for a table that may stay empty */
    phb_table *table = phb__allocate(context, 1, table_size(column_count));
    if (!table) {
        return NULL;
    }
    for (size_t i = 0; i < column_count; i++) {
        size_t size = cell_size(columns[i].type);
        table->places[i] = (struct place){table->row_bytes, size == sizeof(int64_t)};
        table->row_bytes += size;
    }
    if (capacity > 0) {
        table->cells = phb__allocate(context, capacity, table->row_bytes);
    }
    if (capacity > 0 && !table->cells) {
        phb__release(context, table, table_size(column_count));
        return NULL;
    }
    table->context = phb__context_keep(context);
    table->columns = columns;
    table->column_count = column_count;
    table->capacity = capacity;
    fill_empty(table, 0);
    table->pool.next_capacity = power_of_two(rows);
    phb__arena_init(&table->pool.copies, context, 0);
    return table;
}

void
phb_table_free(phb_table *table)
{
    if (!table) {
        return;
    }
    phb_context *context = table->context;
    struct pool *pool = &table->pool;
    phb__arena_free(&pool->copies);
    phb__release(context, pool->texts, pool_bytes(pool->capacity));
    phb__release(context, table->cells, table->capacity * table->row_bytes);
    phb__release(context, table, table_size(table->column_count));
    phb_context_unref(context);
}

static bool
double_rows(phb_table *table)
{
    size_t capacity = table->capacity > 0 ? table->capacity * 2 : FIRST_ROWS;
    unsigned char *cells = phb__allocate(table->context, capacity, table->row_bytes);
    if (!cells) {
        return false;
    }
    for (size_t i = 0; table->rows > 0 && i < table->column_count; i++) {
        memcpy(cells + table->places[i].bytes_before * capacity, column_cells(table, i),
               cell_size(table->columns[i].type) * table->rows);
    }
    phb__release(table->context, table->cells, table->capacity * table->row_bytes);
    table->cells = cells;
    table->capacity = capacity;
    fill_empty(table, table->rows);
    return true;
}

void
phb__table_set_title(phb_table *table, const char *title)
{
    if (table) {
        table->title = title;
    }
}

const char *
phb__table_title(const phb_table *table)
{
    return table->title ? table->title : "Table";
}

bool
phb__table_add_row(phb_table *table)
{
    if (table->rows == table->capacity && !double_rows(table)) {
        return false;
    }
    table->rows++;
    return true;
}

void
phb__table_set(phb_table *table, size_t column, int64_t value)
{
    phb__table_set_at(table, column, table->rows - 1, value);
}

void
phb__table_set_at(phb_table *table, size_t column, size_t row, int64_t value)
{
    if (PHB__NEVER(column >= table->column_count || row >= table->rows)) {
        return;
    }
    void *cells = column_cells(table, column);
    if (table->places[column].is_wide) {
        ((int64_t *)cells)[row] = value;
    } else if (PHB__ALWAYS(value >= INT32_MIN && value <= INT32_MAX)) {
        ((int32_t *)cells)[row] = (int32_t)value;
    }
}

int64_t
phb__table_get(const phb_table *table, size_t column, size_t row)
{
    if (PHB__NEVER(column >= table->column_count || row >= table->rows)) {
        return 0;
    }
    const void *cells = column_cells(table, column);
    if (table->places[column].is_wide) {
        return ((const int64_t *)cells)[row];
    }
    return ((const int32_t *)cells)[row];
}

const char *
phb__table_get_text(const phb_table *table, size_t column, size_t row)
{
    if (PHB__NEVER(table->columns[column].type != PHB_COLUMN_TEXT)) {
        return "";
    }
    int64_t number = phb__table_get(table, column, row);
    return number > 0 ? table->pool.texts[number].text : "";
}

/* FNV-1a, in 64 bits and cut to 32, so that nothing wraps. */
static uint32_t
hash_bytes(const void *memory, size_t size)
{
    const unsigned char *bytes = memory;
    uint64_t hash = UINT64_C(2166136261);
    for (size_t i = 0; i < size; i++) {
        hash = ((hash ^ bytes[i]) * UINT64_C(16777619)) & UINT64_C(0xFFFFFFFF);
    }
    return (uint32_t)hash | 1u; /* never NOT_INDEXED */
}

/* Constants are told apart by where they are. The low bits of an address say little: they are mixed
 * in from above. */
static uint32_t
hash_address(const char *text)
{
    uint64_t address = (uint64_t)(uintptr_t)text;
    uint64_t mixed = address ^ (address >> 4) ^ (address >> 12) ^ (address >> 24);
    return (uint32_t)((mixed << 1) & UINT64_C(0xFFFFFFFF)) | 1u; /* never NOT_INDEXED */
}

/* Where the search for a hash starts; it goes on to the next slot, around the end. */
static size_t
first_slot(const struct pool *pool, uint32_t hash)
{
    /* The low bits of a short text's hash alone are poorly mixed. */
    return (hash ^ (hash >> 15)) & (pool->capacity * 2 - 1);
}

static size_t
next_slot(const struct pool *pool, size_t slot)
{
    return (slot + 1) & (pool->capacity * 2 - 1);
}

static size_t
empty_slot(const struct pool *pool, uint32_t hash)
{
    size_t slot = first_slot(pool, hash);
    while (pool->slots[slot] != 0) {
        slot = next_slot(pool, slot);
    }
    return slot;
}

static bool
grow_pool(struct pool *pool, const phb_context *context)
{
    size_t capacity = pool->next_capacity;
    if (PHB__NEVER(capacity > INT32_MAX)) {
        return false;
    }
    struct pooled_text *texts = phb__allocate(context, pool_bytes(capacity), 1);
    if (!texts) {
        return false;
    }
    uint32_t *slots = (uint32_t *)(void *)(texts + capacity);
    if (pool->count > 0) {
        memcpy(texts, pool->texts, pool->count * sizeof(*texts));
    }
    phb__release(context, pool->texts, pool_bytes(pool->capacity));
    pool->texts = texts;
    pool->slots = slots;
    pool->capacity = capacity;
    pool->next_capacity = capacity * 2;
    if (pool->count == 0) {
        pool->texts[0].text = "";
        pool->count = 1;
    }
    for (size_t i = 1; i < pool->count; i++) {
        if (texts[i].hash != NOT_INDEXED) {
            slots[empty_slot(pool, texts[i].hash)] = (uint32_t)i;
        }
    }
    return true;
}

static bool
is_same_text(const char *pooled, const char *text, size_t size)
{
    return strncmp(pooled, text, size) == 0 && pooled[size] == '\0';
}

/* The number of a text in the pool, 0 when it is not there. */
static uint32_t
find_copy(const struct pool *pool, uint32_t hash, const char *text, size_t size)
{
    if (pool->capacity == 0) {
        return 0;
    }
    size_t slot = first_slot(pool, hash);
    uint32_t number = pool->slots[slot];
    while (number != 0) {
        const struct pooled_text *pooled = &pool->texts[number];
        if (pooled->hash == hash && is_same_text(pooled->text, text, size)) {
            return number;
        }
        slot = next_slot(pool, slot);
        number = pool->slots[slot];
    }
    return 0;
}

/* Constants are told apart by where they are: their characters need not even be looked at. */
static uint32_t
find_static(const struct pool *pool, uint32_t hash, const char *text)
{
    if (pool->capacity == 0) {
        return 0;
    }
    size_t slot = first_slot(pool, hash);
    uint32_t number = pool->slots[slot];
    while (number != 0 && pool->texts[number].text != text) {
        slot = next_slot(pool, slot);
        number = pool->slots[slot];
    }
    return number;
}

/* 0 when out of memory. */
static uint32_t
add_text(phb_table *table, uint32_t hash, const char *text)
{
    struct pool *pool = &table->pool;
    if (pool->count == pool->capacity && !grow_pool(pool, table->context)) {
        return 0;
    }
    uint32_t number = (uint32_t)pool->count;
    pool->texts[number] = (struct pooled_text){text, hash};
    pool->slots[empty_slot(pool, hash)] = number;
    pool->count++;
    return number;
}

static bool
set_text(phb_table *table, size_t column, size_t row, uint32_t number)
{
    if (number > 0) {
        phb__table_set_at(table, column, row, number);
    }
    return number > 0;
}

bool
phb__table_set_static(phb_table *table, size_t column, const char *text)
{
    return phb__table_set_static_at(table, column, table->rows - 1, text);
}

bool
phb__table_set_static_at(phb_table *table, size_t column, size_t row, const char *text)
{
    if (!text || text[0] == '\0') {
        phb__table_set_at(table, column, row, 0);
        return true;
    }
    uint32_t hash = hash_address(text);
    uint32_t number = find_static(&table->pool, hash, text);
    if (number == 0) {
        number = add_text(table, hash, text);
    }
    return set_text(table, column, row, number);
}

bool
phb__table_set_copy(phb_table *table, size_t column, const char *text, size_t size)
{
    if (size == 0) {
        phb__table_set(table, column, 0);
        return true;
    }
    uint32_t hash = hash_bytes(text, size);
    uint32_t number = find_copy(&table->pool, hash, text, size);
    if (number == 0) {
        const char *copy = phb__arena_text(&table->pool.copies, text, size);
        number = copy ? add_text(table, hash, copy) : 0;
    }
    return set_text(table, column, table->rows - 1, number);
}

bool
phb__table_set_own(phb_table *table, size_t column, const char *text, size_t size)
{
    const char *copy = phb__arena_text(&table->pool.copies, text, size);
    struct pool *pool = &table->pool;
    if (!copy || (pool->count == pool->capacity && !grow_pool(pool, table->context))) {
        return false;
    }
    pool->texts[pool->count] = (struct pooled_text){copy, NOT_INDEXED};
    return set_text(table, column, table->rows - 1, (uint32_t)pool->count++);
}

size_t
phb_table_rows(const phb_table *table)
{
    return table ? table->rows : 0;
}

size_t
phb_table_columns(const phb_table *table)
{
    return table ? table->column_count : 0;
}

const char *
phb_table_column_name(const phb_table *table, size_t column)
{
    return column < phb_table_columns(table) ? table->columns[column].name : NULL;
}

phb_column_type
phb_table_column_type(const phb_table *table, size_t column)
{
    return column < phb_table_columns(table) ? table->columns[column].type : (phb_column_type)0;
}

/* The position of a column, or how many there are. */
static size_t
find_column(const phb_table *table, const char *name)
{
    size_t count = name ? phb_table_columns(table) : 0;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(table->columns[i].name, name) == 0) {
            return i;
        }
    }
    return phb_table_columns(table);
}

/* The cells of a column of numbers of that size; NULL, and 0 rows, when there is none. */
static const void *
number_cells(const phb_table *table, const char *name, size_t size, size_t *out_rows)
{
    size_t column = find_column(table, name);
    phb_column_type type = phb_table_column_type(table, column);
    bool is_there = type != 0 && type != PHB_COLUMN_TEXT && cell_size(type) == size;
    if (out_rows) {
        *out_rows = is_there ? table->rows : 0;
    }
    static const int64_t no_cells = 0; /* a table without rows has columns all the same */
    if (is_there && table->rows == 0) {
        return &no_cells;
    }
    return is_there ? column_cells(table, column) : NULL;
}

const int64_t *
phb_table_int64(const phb_table *table, const char *column, size_t *out_rows)
{
    return number_cells(table, column, sizeof(int64_t), out_rows);
}

const int32_t *
phb_table_int32(const phb_table *table, const char *column, size_t *out_rows)
{
    return number_cells(table, column, sizeof(int32_t), out_rows);
}

const char *
phb_table_text(const phb_table *table, const char *column, size_t row)
{
    size_t position = find_column(table, column);
    if (phb_table_column_type(table, position) != PHB_COLUMN_TEXT || row >= table->rows) {
        return NULL;
    }
    return phb__table_get_text(table, position, row);
}

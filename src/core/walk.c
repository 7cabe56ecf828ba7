#include "core/walk.h"

#include <string.h>

#include "core/defend.h"

void
phb__walk_start(struct phb__walk *walk, const struct phb__shape *shape, const void *object,
                bool into_lists)
{
    /* Frames further down are filled when they are entered. */
    walk->frames[0] = (struct phb__walk_frame){.shape = shape, .base = object};
    walk->depth = 1;
    walk->into_lists = into_lists;
    walk->field = NULL;
    walk->object = object;
}

static enum phb__walk_event
push(struct phb__walk *walk, const struct phb__shape *shape, const char *base, bool is_list)
{
    if (PHB__NEVER(walk->depth >= PHB__SHAPE_LEVELS)) {
        return PHB__WALK_END;
    }
    struct phb__walk_frame *frame = &walk->frames[walk->depth++];
    *frame = (struct phb__walk_frame){
        .shape = shape, .base = base, .field = walk->field, .is_list = is_list};
    walk->object = base;
    return is_list ? PHB__WALK_OPEN_LIST : PHB__WALK_OPEN_OBJECT;
}

static enum phb__walk_event
pop(struct phb__walk *walk)
{
    const struct phb__walk_frame *left = &walk->frames[--walk->depth];
    if (walk->depth == 0) {
        return PHB__WALK_END;
    }
    walk->field = left->field;
    walk->object = left->base;
    return left->is_list ? PHB__WALK_CLOSE_LIST : PHB__WALK_CLOSE_OBJECT;
}

static enum phb__walk_event
next_item(struct phb__walk *walk, struct phb__walk_frame *frame)
{
    struct phb__list list;
    memcpy(&list, frame->base, sizeof list);
    if (frame->next == list.count) {
        return pop(walk);
    }
    const char *item = (const char *)list.items + (size_t)frame->next * frame->shape->size;
    frame->next++;
    if (frame->shape->is_bare) {
        walk->field = frame->shape->fields;
        walk->object = item;
        return PHB__WALK_FIELD;
    }
    walk->field = frame->field;
    return push(walk, frame->shape, item, false);
}

static enum phb__walk_event
next_field(struct phb__walk *walk, struct phb__walk_frame *frame)
{
    while (frame->next < frame->shape->field_count) {
        const struct phb__field *field = &frame->shape->fields[frame->next++];
        walk->field = field;
        walk->object = frame->base;
        if (field->kind == PHB__KIND_OBJECT) {
            return push(walk, field->detail.shape, frame->base + field->offset, false);
        }
        if (field->kind != PHB__KIND_LIST && field->kind != PHB__KIND_MAP) {
            return PHB__WALK_FIELD;
        }
        if (walk->into_lists) {
            return push(walk, field->detail.shape, frame->base + field->offset, true);
        }
    }
    return pop(walk);
}

enum phb__walk_event
phb__walk_next(struct phb__walk *walk)
{
    if (walk->depth == 0) {
        return PHB__WALK_END;
    }
    struct phb__walk_frame *frame = &walk->frames[walk->depth - 1];
    return frame->is_list ? next_item(walk, frame) : next_field(walk, frame);
}

void
phb__walk_leave(struct phb__walk *walk)
{
    if (PHB__ALWAYS(walk->depth > 1)) {
        walk->depth--;
    }
}

bool
phb__walk_is_at_item(const struct phb__walk *walk)
{
    return walk->depth > 0 && walk->frames[walk->depth - 1].is_list;
}

/* An item's token is its key, or its number in the list; `next` there is already one further. */
static bool
add_item(char path[PHB__PATH_SIZE], const struct phb__walk_frame *list, const void *item)
{
    if (list->field->kind != PHB__KIND_MAP) {
        return phb__path_add_index(path, list->next - 1);
    }
    const char *key;
    memcpy(&key, item, sizeof key);
    return phb__path_add(path, key);
}

void
phb__walk_path(const struct phb__walk *walk, enum phb__walk_event event, const char *prefix,
               char path[PHB__PATH_SIZE])
{
    path[0] = '\0';
    if (strlen(prefix) < PHB__PATH_SIZE) {
        memcpy(path, prefix, strlen(prefix) + 1);
    }
    for (uint32_t i = 1; i < walk->depth; i++) {
        const struct phb__walk_frame *above = &walk->frames[i - 1];
        const struct phb__walk_frame *frame = &walk->frames[i];
        bool added = above->is_list ? add_item(path, above, frame->base)
                                    : phb__path_add(path, frame->field->key);
        if (!added) {
            return;
        }
    }
    const struct phb__walk_frame *last = &walk->frames[walk->depth - 1];
    if (event == PHB__WALK_FIELD && last->is_list) {
        (void)add_item(path, last, walk->object);
    } else if (event == PHB__WALK_FIELD && !last->shape->is_bare) {
        (void)phb__path_add(path, walk->field->key);
    }
}

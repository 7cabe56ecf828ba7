/*
 * Walking through a struct by its shape, members of inner objects and items of lists included, in
 * the order of the field table. The checks, the copying of texts and the JSON writer are loops over
 * these events.
 */
#ifndef PHB_CORE_WALK_H
#define PHB_CORE_WALK_H

#include "core/path.h"
#include "core/shape.h"

enum phb__walk_event {
    PHB__WALK_END = 0,
    PHB__WALK_FIELD,       /* a member that holds a value, said or not; an item that is a value */
    PHB__WALK_OPEN_OBJECT, /* before the members of an inner object or of an item */
    PHB__WALK_CLOSE_OBJECT,
    PHB__WALK_OPEN_LIST,
    PHB__WALK_CLOSE_LIST
};

struct phb__walk_frame {
    const struct phb__shape *shape; /* of the object, or of the items */
    const char *base;               /* the object; for a list its struct phb__list */
    const struct phb__field
        *field;    /* the member of the frame above that led here; NULL for the root */
    uint32_t next; /* next field, or next item */
    bool is_list;
};

struct phb__walk {
    struct phb__walk_frame frames[PHB__SHAPE_LEVELS];
    uint32_t depth; /* frames in use */
    bool into_lists;
    const struct phb__field
        *field;         /* of the event: the member, or the one whose value opens or closes */
    const void *object; /* the object the field is a member of; for OPEN/CLOSE the inner one */
};

void phb__walk_start(struct phb__walk *walk, const struct phb__shape *shape, const void *object,
                     bool into_lists);
enum phb__walk_event phb__walk_next(struct phb__walk *walk);

/* After OPEN_OBJECT or OPEN_LIST: goes on behind that object or list, without its CLOSE event. */
void phb__walk_leave(struct phb__walk *walk);

/* After FIELD: is it an item of a list or map, and no member of an object? */
bool phb__walk_is_at_item(const struct phb__walk *walk);

/* The JSON Pointer of a FIELD or OPEN event, behind `prefix`; cut short if it does not fit. */
void phb__walk_path(const struct phb__walk *walk, enum phb__walk_event event, const char *prefix,
                    char path[PHB__PATH_SIZE]);

#endif

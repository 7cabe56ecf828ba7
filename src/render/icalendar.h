/* A schedule as a file for calendar programs: RFC 5545. */
#ifndef PHB_RENDER_ICALENDAR_H
#define PHB_RENDER_ICALENDAR_H

#include <phb/schedule.h>
#include <stdbool.h>

#include "core/text.h"

/* Does every event that goes into a file have an identifier? */
bool phb__icalendar_is_possible(const phb_schedule *schedule);

void phb__icalendar_put(struct phb__builder *builder, const phb_schedule *schedule);

/* One content line: folded so that no line has more than 75 octets, no character split, CRLF. */
void phb__icalendar_put_line(struct phb__builder *builder, const char *line);

#endif

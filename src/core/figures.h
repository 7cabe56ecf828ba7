/* Figures as people read them, for messages and for everything that is printed. */
#ifndef PHB_CORE_FIGURES_H
#define PHB_CORE_FIGURES_H

#include "core/text.h"

/* "£14,078.57" with sign and groups; nothing for no amount. */
void phb__put_pounds(struct phb__builder *builder, phb_pence amount);

/* The same without the pound sign, for columns. */
void phb__put_grouped(struct phb__builder *builder, phb_pence amount);

/* "6 April 2026" */
void phb__put_long_date(struct phb__builder *builder, phb_date date);

/* "6 Apr 2026" */
void phb__put_short_date(struct phb__builder *builder, phb_date date);

/* "1 day", "2 days" */
void phb__put_day_count(struct phb__builder *builder, int64_t days);

/* Of hundredths of a week: "1 week", "5.6 weeks". */
void phb__put_week_count(struct phb__builder *builder, int64_t weeks_hundredths);

/* "45 minutes", "48 hours", "7 hours 30 minutes". Not negative. */
void phb__put_minute_count(struct phb__builder *builder, int64_t minutes);

/* Of parts per million: "12.5%". */
void phb__put_percent(struct phb__builder *builder, int64_t ppm);

#endif

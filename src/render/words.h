/* Plain words for what tables hold as names, and text in columns. */
#ifndef PHB_RENDER_WORDS_H
#define PHB_RENDER_WORDS_H

#include "core/figures.h"
#include "core/text.h"

/* "employer_ni" is "Employer National Insurance"; a name that has no words of its own is put in
 * plain letters. */
void phb__put_words(struct phb__builder *builder, const char *name);

/*
 * What a document says, of `size` bytes, as one line that a terminal only shows: a space for the
 * end of a line or a tab, U+FFFD for any other control character. Escapes could change what stands
 * elsewhere on the screen, or what the terminal does.
 */
void phb__put_plain(struct phb__builder *builder, const char *text, size_t size);

/* "Mon 6 Jul 2026" */
void phb__put_day(struct phb__builder *builder, phb_date day);

/* A fraction as people write it: "52 1/7", and "5.6" or "6" where two decimals do. Not negative. */
void phb__put_mixed(struct phb__builder *builder, int64_t numerator, int64_t denominator);

/* What was put since `start`, padded with spaces to `width` columns: behind it, or before it. */
void phb__pad_right(struct phb__builder *builder, size_t start, size_t width);
void phb__pad_left(struct phb__builder *builder, size_t start, size_t width);

/*
 * A paragraph, as plain as phb__put_plain, broken at spaces so that it ends before `width` columns,
 * each further line indented by `indent`. The builder stands where the first word goes, `column`
 * columns from the left.
 */
void phb__put_wrapped(struct phb__builder *builder, const char *text, size_t column, size_t indent,
                      size_t width);

#endif

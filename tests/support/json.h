/* Documents as a test can write them without a backslash before every quote. */
#ifndef PHB_TESTS_SUPPORT_JSON_H
#define PHB_TESTS_SUPPORT_JSON_H

/* The text with every ' made a "; lent until the fourth call from here. At most 16 KiB. */
const char *quoted(const char *text);

#endif

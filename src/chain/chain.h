/* The inside of a chain: one table. */
#ifndef PHB_CHAIN_CHAIN_H
#define PHB_CHAIN_CHAIN_H

#include <phb/chain.h>

/* Columns, in order. */
enum {
    PHB__CHAIN_LEVEL,
    PHB__CHAIN_ID,
    PHB__CHAIN_PARENT,
    PHB__CHAIN_WORDS,
    PHB__CHAIN_AMOUNT,
    PHB__CHAIN_AGREED,
    PHB__CHAIN_FREE,
    PHB__CHAIN_LACKS_ABOVE,
    PHB__CHAIN_LACKS_BELOW,
    PHB__CHAIN_SAME_AS,
    PHB__CHAIN_COLUMNS
};

struct phb_chain {
    phb_context *context;
    phb_table *links;
};

#endif

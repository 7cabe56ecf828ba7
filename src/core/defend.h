/*
 * ALWAYS(x) and NEVER(x) guard what cannot happen if the code is right. In a release they only
 * yield x, so that a mistake of ours becomes a status and not a crash in somebody's process; in
 * debug builds they stop; in coverage builds they vanish, since no test can reach them.
 */
#ifndef PHB_CORE_DEFEND_H
#define PHB_CORE_DEFEND_H

#if defined(PHB_COVERAGE)
#define PHB__ALWAYS(x) (1)
#define PHB__NEVER(x) (0)
#elif defined(PHB_DEBUG)
#define PHB__ALWAYS(x) ((x) ? 1 : (__builtin_trap(), 0))
#define PHB__NEVER(x) ((x) ? (__builtin_trap(), 1) : 0)
#else
#define PHB__ALWAYS(x) (x)
#define PHB__NEVER(x) (x)
#endif

#endif

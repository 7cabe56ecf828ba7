/* How much memory the objects of Java hold here: to its collector each is a few dozen bytes. */
#ifndef PHB_BINDINGS_JAVA_MEMORY_H
#define PHB_BINDINGS_JAVA_MEMORY_H

#include <stdint.h>

#include <phb/phb.h>

/* What objects are made with, so that their memory is counted. */
phb_context *phb_jni_context(void);

/* The bytes that all objects hold now. What a call needs in passing is in it while it runs. */
int64_t phb_jni_held_bytes(void);

#endif

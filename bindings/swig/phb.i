/*
 * What other languages see of libphb: a flat and private layer under the one that people use. It
 * sees include/phb and nothing else. Every function here returns what it is asked for; what fails
 * is raised (errors.i). Nothing of a language is in these files but in the one named after it.
 */
#ifdef SWIGPYTHON
%module(package="phb", moduleimport="from . import _core") _native
#endif
#ifdef SWIGJAVA
%module(jniclassname="PhbNative") PhbSwig
#endif

%{
#include <stdlib.h>
#include <string.h>

#include <phb/phb.h>
%}

%include "errors.i"
#ifdef SWIGPYTHON
%include "python.i"
#endif
#ifdef SWIGJAVA
%include "java.i"
#endif
%include "types.i"
%include "values.i"
%include "rates.i"
%include "documents.i"
%include "costing.i"
%include "report.i"
%include "schedule.i"
%include "tables.i"
%include "batch.i"
#ifdef SWIGPYTHON
%include "batch_arguments.i"
#endif
#ifdef SWIGJAVA
%include "batch_places.i"
#endif

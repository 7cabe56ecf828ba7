/**
 * @file
 * Which symbols the library shows, and how C++ sees them.
 */
#ifndef PHB_EXPORT_H
#define PHB_EXPORT_H

#if defined(_WIN32) && !defined(PHB_STATIC)
#if defined(PHB_BUILDING)
#define PHB_API __declspec(dllexport)
#else
#define PHB_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define PHB_API __attribute__((visibility("default")))
#else
#define PHB_API
#endif

#ifdef __cplusplus
#define PHB_BEGIN_DECLS extern "C" {
#define PHB_END_DECLS }
#else
#define PHB_BEGIN_DECLS
#define PHB_END_DECLS
#endif

#endif

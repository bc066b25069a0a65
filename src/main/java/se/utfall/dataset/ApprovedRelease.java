package se.utfall.dataset;

/** A release that two people agreed to: the only thing that is sealed. Only {@link DatasetReleases} makes one, and only while the approvals hold. */
record ApprovedRelease(Release release) {}

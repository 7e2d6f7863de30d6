package ai.chronom.m365.scan;

/** Something that a snapshot holds of the account with that id. */
record OfUser<T>(String userId, T value) {}

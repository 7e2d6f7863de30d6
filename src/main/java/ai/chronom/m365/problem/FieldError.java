package ai.chronom.m365.problem;

/**
 * What is wrong with one value.
 *
 * @param field the name the caller used, as in the request body or the form
 * @param message what was expected, what came, what to do; never a secret
 */
public record FieldError(String field, String message) {}

package ai.chronom.m365.problem;

/**
 * A page of the support bundle: what helps to find out why this installation does not do as it
 * should. Every room may contribute one as a bean; none of it is a secret or names a person.
 */
public interface Diagnosis {
  /** A file name, such as {@code jobs.txt}. */
  String name();

  /** May throw: then the bundle says so in its place. */
  String text();
}

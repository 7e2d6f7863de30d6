package ai.chronom.m365.findings;

/** A kind of waste and how to find it. */
public interface Rule {
  About about();

  Inspection inspect(Inquiry inquiry);
}

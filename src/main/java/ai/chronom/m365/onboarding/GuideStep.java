package ai.chronom.m365.onboarding;

import java.util.List;

/**
 * One of the steps that lead an admin from nothing to a connected tenant.
 *
 * @param number from 1
 * @param instructions in the order in which they are done
 */
public record GuideStep(int number, String title, List<String> instructions) {
  public GuideStep {
    instructions = List.copyOf(instructions);
  }
}

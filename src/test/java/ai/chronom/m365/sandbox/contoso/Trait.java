package ai.chronom.m365.sandbox.contoso;

/** How somebody works, where the plan says it. */
enum Trait {
  /** With a Windows device that Intune manages. */
  DEVICE,
  /** In the browser; nothing is installed. */
  BROWSER,
  POWER_BI,
  COPILOT,
  PHONE_NUMBER,
  /** Calls and meets people in Teams. */
  TALKS
}

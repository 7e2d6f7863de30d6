package ai.chronom.m365.sandbox.contoso;

import java.util.Locale;
import java.util.OptionalInt;

/** Invented names, one per number: no two people share first name, last name and suffix. */
final class Names {
  private static final String[] FIRST =
      ("Adele Alex Allan Amber Anna Ben Bianca Brian Carla Chen Christie Cora Dario David Debra Diego Ed Elena Emily"
              + " Enrico Eva Felix Fatima Grady Grace Hanna Henrietta Hugo Ines Irvin Isaiah Ivan Jana Joni Jonas Julia"
              + " Karim Kira Lee Lidia Lynne Maria Mark Megan Miriam Mona Nestor Nora Olga Omar Patti Pradeep Quinn"
              + " Raul Rosa Sami Sofia Tomas Ursula Vera")
          .split(" ");
  private static final String[] LAST =
      ("Vance Wilber Deyoung Abbott Berg Costa Dubois Eriksen Fischer Garcia Hansen Ivanova Jensen Keller Langer Meyers"
              + " Novak Olsen Petrov Quist Raman Schmidt Taylor Ueda Vasquez Weber Xavier Young Zimmer Archer Bianchi"
              + " Cline Dorsey Endo Flores Gruber Huang Iqbal Johansen Kovacs Lopez Moreau Nakamura Okafor Pereira"
              + " Rossi Sato")
          .split(" ");
  private static final int CYCLE = FIRST.length * LAST.length;

  private Names() {}

  static String first(int number) {
    return FIRST[number % CYCLE % FIRST.length];
  }

  static String last(int number) {
    int inCycle = number % CYCLE;
    return LAST[(inCycle / FIRST.length + inCycle) % LAST.length];
  }

  /** {@code adele.vance}, later {@code adele.vance2} and so on. */
  static String mailNickname(int number) {
    String name = (first(number) + "." + last(number)).toLowerCase(Locale.ROOT);
    return number < CYCLE ? name : name + (number / CYCLE + 1);
  }

  /** The number behind a mail nickname. */
  static OptionalInt number(String mailNickname) {
    String bare = mailNickname.replaceFirst("\\d+$", "");
    String suffix = mailNickname.substring(bare.length());
    int cycle = suffix.isEmpty() || suffix.length() > 6 ? 0 : Integer.parseInt(suffix) - 1;
    for (int i = 0; i < CYCLE; i++) {
      int number = cycle * CYCLE + i;
      if (mailNickname(number).equals(mailNickname)) {
        return OptionalInt.of(number);
      }
    }
    return OptionalInt.empty();
  }

  static int uniqueNames() {
    return CYCLE;
  }
}

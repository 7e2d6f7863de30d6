package ai.chronom.m365.sandbox.contoso;

import java.util.List;
import java.util.Optional;

/** Which Contoso: the usual one, or one where everything happens that rarely does elsewhere. */
public enum Company {
  USUAL,
  RARITIES;

  List<Slot> places() {
    return this == USUAL ? UsualPlaces.all() : RarePlaces.all();
  }

  List<LicenseGroup> groups() {
    return this == USUAL ? LicenseGroup.USUAL : RarePlaces.GROUPS;
  }

  Optional<Product> binned() {
    return this == USUAL ? Optional.empty() : Optional.of(Products.of("STANDARDPACK"));
  }
}

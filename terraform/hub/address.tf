# The hub's public address. Bookmarks and the DNS record depend on it, so only "destroy" deletes it without an
# acknowledgement.
resource "google_compute_global_address" "hub" {
  project      = var.project
  name         = "${var.name}-ip"
  address_type = "EXTERNAL"

  # By this text a later run knows its own address where the state does not have it (src/terraform/ownership.ts).
  description = "Address of the hub ${var.name}, made by jupyterhub-gke"

  lifecycle {
    # Google cannot change it: an address of an earlier version, or one that was adopted, would be replaced for it.
    ignore_changes = [description]
  }
}

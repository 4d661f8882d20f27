# The hub's public address. Bookmarks and the DNS record depend on it, so only "destroy" deletes it without an
# acknowledgement.
resource "google_compute_global_address" "hub" {
  project      = var.project
  name         = "${var.name}-ip"
  address_type = "EXTERNAL"
}

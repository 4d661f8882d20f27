# What a hub has outside its cluster: the address to which its domain points. One state per hub.
#
# It reads nothing of the platform's state, so it can be planned before there is a platform. README.md says how to run
# it without the program.

terraform {
  required_version = ">= 1.9"

  required_providers {
    google = {
      source  = "hashicorp/google"
      version = ">= 7.40.0, < 8.0.0"
    }
  }

  # Bucket and prefix come from -backend-config. A credential must never come that way: it would be written to disk.
  backend "gcs" {}
}

provider "google" {
  project         = var.project
  universe_domain = var.universe_domain
  poll_interval   = var.poll_interval

  # Labels are ours to choose; the provider's own would show up as a change on adopted resources.
  add_terraform_attribution_label = false

  # Reads of enabled services wait this long for more of their kind; with the provider's own 3 s every plan idles.
  batching {
    send_after      = "100ms"
    enable_batching = true
  }
}
